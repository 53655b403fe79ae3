// Improves the timeline where scripts run: a time is chosen by dragging over free time, a coming reservation is moved by
// dragging its bar, arrow keys go from bar to bar. Without it every bar and free stretch is a plain link.
const QUARTER = 15 * 60 * 1000;
const THRESHOLD = 4;
const board = document.querySelector('.tl');
const status = board?.querySelector('[role=status]');
const language = document.documentElement.lang || 'en';
const clock = new Intl.DateTimeFormat(language, { timeZone: 'Europe/Budapest', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Budapest', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  hourCycle: 'h23', timeZoneName: 'longOffset',
});

const columnOf = (element, letter) => Number([...element.classList].find(c => new RegExp(`^${letter}\\d+$`).test(c)).slice(1));
const spanOf = element => ({ from: columnOf(element, 'q'), until: columnOf(element, 'q') + columnOf(element, 'w') });
const sizeOf = track => columnOf(track, 'n');
const say = text => { if (status.textContent !== text) status.textContent = text; };
const spanText = (track, from, until) => {
  const at = column => clock.format(new Date((Number(track.dataset.q) + column) * QUARTER));
  return `${at(from)}–${at(until)}`;
};

/** Local time with its offset, so that the hour which happens twice stays clear. */
function local(track, column) {
  const named = Object.fromEntries(parts.formatToParts(new Date((Number(track.dataset.q) + column) * QUARTER)).map(p => [p.type, p.value]));
  const offset = named.timeZoneName.replace('GMT', '') || '+00:00';
  return `${named.year}-${named.month}-${named.day}T${named.hour}:${named.minute}${offset}`;
}

function columnAt(track, x) {
  const box = track.getBoundingClientRect();
  return Math.max(0, Math.min(sizeOf(track), ((x - box.left) / box.width) * sizeOf(track)));
}

function withTimes(href, track, from, until) {
  const url = new URL(href, location.href);
  url.searchParams.set('start', local(track, from));
  url.searchParams.set('end', local(track, until));
  return url.href;
}

/** Shows the chosen time over the track; gives a function that draws it and one that takes it away. */
function mark(track) {
  const box = document.createElement('i');
  box.className = 'sel';
  track.append(box);
  return {
    draw(from, until) {
      box.style.gridColumn = `${from + 1} / ${until + 1}`;
    },
    remove: () => box.remove(),
  };
}

function drag(event, { track, move, finish }) {
  const startX = event.clientX;
  let moved = false, shown = null;
  const onMove = e => {
    if (!moved && Math.abs(e.clientX - startX) < THRESHOLD) return;
    if (!moved) { moved = true; shown = mark(track); board.classList.add('drag'); }
    const time = move(e.clientX, startX);
    shown.draw(time.from, time.until);
    say(time.text);
  };
  const end = () => {
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', end);
    removeEventListener('keydown', onKey);
    board.classList.remove('drag');
    shown?.remove();
  };
  const onUp = e => {
    end();
    // The click that follows a drag must not open the bar's own link.
    const stop = c => c.preventDefault();
    if (moved) addEventListener('click', stop, { once: true, capture: true });
    setTimeout(() => {
      removeEventListener('click', stop, { capture: true });
      finish(e.clientX, startX, moved);
    }, 0);
  };
  const onKey = e => { if (e.key === 'Escape') { end(); say(''); } };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onUp);
  addEventListener('pointercancel', end);
  addEventListener('keydown', onKey);
}

function choose(event, link) {
  const track = link.parentElement, free = spanOf(link);
  const clamp = column => Math.max(free.from, Math.min(free.until, column));
  const chosen = (x, startX) => {
    const a = clamp(columnAt(track, startX)), b = clamp(columnAt(track, x));
    const from = Math.min(Math.floor(Math.min(a, b)), free.until - 1), until = Math.max(from + 1, Math.ceil(Math.max(a, b)));
    return { from, until, text: board.dataset.free.replace('{0}', spanText(track, from, until)) };
  };
  drag(event, {
    track,
    move: chosen,
    finish(x, startX, moved) {
      if (!moved) return;
      const { from, until } = chosen(x, startX);
      location.assign(withTimes(link.href, track, from, until));
    },
  });
}

/** A click without a drag: from where it was, as long as the link itself offers. */
function chooseFrom(event, link) {
  if (event.detail === 0 || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const track = link.parentElement, free = spanOf(link);
  const offered = new URL(link.href).searchParams;
  const length = Math.max(1, Math.round((Date.parse(`${offered.get('end').slice(0, 16)}Z`) - Date.parse(`${offered.get('start').slice(0, 16)}Z`)) / QUARTER));
  const from = Math.max(free.from, Math.min(Math.floor(columnAt(track, event.clientX)), free.until - length));
  event.preventDefault();
  location.assign(withTimes(link.href, track, from, Math.min(from + length, free.until)));
}

function moveBar(event, bar) {
  const track = bar.parentElement, span = spanOf(bar), length = span.until - span.from;
  const target = (x, startX) => {
    const shift = Math.round(((x - startX) / track.getBoundingClientRect().width) * sizeOf(track));
    const from = Math.max(0, Math.min(sizeOf(track) - length, span.from + shift));
    return { from, until: from + length, text: board.dataset.move.replace('{0}', spanText(track, from, from + length)) };
  };
  drag(event, {
    track,
    move: target,
    finish(x, startX, moved) {
      const { from, until } = target(x, startX);
      if (moved && from !== span.from) location.assign(withTimes(`${bar.href}/move`, track, from, until));
    },
  });
}

function step(link, key) {
  const stops = track => [...track.querySelectorAll('a')];
  const track = link.parentElement;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const all = stops(track);
    return all[all.indexOf(link) + (key === 'ArrowRight' ? 1 : -1)];
  }
  const tracks = [...board.querySelectorAll('.t')];
  const way = key === 'ArrowDown' ? 1 : -1;
  for (let i = tracks.indexOf(track) + way; i >= 0 && i < tracks.length; i += way) {
    const found = stops(tracks[i]);
    if (found.length === 0) continue;
    const here = columnOf(link, 'q');
    return found.reduce((best, next) => Math.abs(columnOf(next, 'q') - here) < Math.abs(columnOf(best, 'q') - here) ? next : best);
  }
  return undefined;
}

if (board) {
  status.className = 'tl-say';
  board.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const link = event.target.closest('.t > a');
    if (link?.classList.contains('f')) choose(event, link);
    else if (link?.classList.contains('mv')) moveBar(event, link);
  });
  board.addEventListener('dragstart', event => event.preventDefault());
  board.addEventListener('click', event => {
    const link = event.target.closest('.t > a.f');
    if (link && !event.defaultPrevented) chooseFrom(event, link);
  });
  board.addEventListener('keydown', event => {
    const link = event.target.closest('.t > a');
    if (!link || !event.key.startsWith('Arrow')) return;
    const next = step(link, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  board.addEventListener('focusin', event => {
    const link = event.target.closest('.t > a');
    if (!link) return;
    link.title = link.textContent;
  });
  board.addEventListener('pointerover', event => {
    const bar = event.target.closest('.b, .t > .f');
    if (bar?.textContent && !bar.title) bar.title = bar.textContent;
  });
}
