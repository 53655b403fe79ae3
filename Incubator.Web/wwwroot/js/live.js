// Keeps what a page shows up to date while others book: asks for the calendar's stamp every ten seconds while the page is seen, and
// where it differs puts the new state of the live part in place, node by node. What the reader is doing stays: focus, scrolling,
// what is typed, opened or selected, a drag under way. Without scripts the page stays as it was drawn.
const part = document.querySelector('[data-live]');
const status = document.querySelector('[data-live-say]');
const EVERY = 10_000;
const LONGEST = 5 * 60_000;
let timer, asking = false, failures = 0, stopped = false, held = false;

/** What a node is, so that it is known again: its id, or the link it leads by. */
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  if (node.id) return `#${node.id}`;
  if (node.localName === 'a') return node.getAttribute('href');
  if (node.localName === 'li' || node.localName === 'tr') return node.querySelector('a[href]')?.getAttribute('href') ?? null;
  return null;
}

/** One reservation never becomes another under the reader's hands. */
const isReservation = node => Boolean(keyOf(node)?.startsWith('/booking/reservations/'));

const isLike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.classList?.[0] === b.classList?.[0]);

function sameAttributes(old, fresh) {
  let changes = 0;
  for (const { name } of [...old.attributes]) {
    // The script's own, and what the reader opened.
    if (fresh.hasAttribute(name) || name === 'title' || name === 'open') continue;
    old.removeAttribute(name);
    changes++;
  }
  for (const { name, value } of fresh.attributes) {
    if (name === 'open' || old.getAttribute(name) === value) continue;
    old.setAttribute(name, value);
    changes++;
  }
  return changes;
}

/** Makes old show what fresh shows, changing as little as can be; gives how much was changed. */
function put(old, fresh) {
  if (old.isEqualNode(fresh)) return 0;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue === fresh.nodeValue) return 0;
    old.nodeValue = fresh.nodeValue;
    return 1;
  }
  // What says something aloud, and what the reader fills in, is theirs.
  if (old.getAttribute('role') === 'status' || old.matches('input, select, textarea, [contenteditable]')) return 0;
  const text = old.textContent;
  let changes = sameAttributes(old, fresh);
  const left = new Set(old.childNodes);
  const known = new Map();
  for (const child of left) {
    const key = keyOf(child);
    if (key !== null && !known.has(key)) known.set(key, child);
  }
  const wanted = [...fresh.childNodes];
  const partners = wanted.map(node => {
    const key = keyOf(node), found = key === null ? undefined : known.get(key);
    if (!found || found.nodeName !== node.nodeName || !left.delete(found)) return undefined;
    return found;
  });
  wanted.forEach((node, i) => {
    if (partners[i]) return;
    for (const child of left) {
      if (!isLike(child, node) || isReservation(child) || isReservation(node)) continue;
      left.delete(child);
      partners[i] = child;
      return;
    }
  });
  for (const child of left) {
    changes += child.nodeType === Node.TEXT_NODE && !child.nodeValue.trim() ? 0 : 1;
    child.remove();
  }
  let next = old.firstChild;
  wanted.forEach((node, i) => {
    const partner = partners[i];
    if (!partner) {
      changes += node.nodeType === Node.TEXT_NODE && !node.nodeValue.trim() ? 0 : 1;
      old.insertBefore(document.importNode(node, true), next);
      return;
    }
    // Moving a node takes its focus: only what stands elsewhere is moved.
    if (partner === next) next = next.nextSibling;
    else old.insertBefore(partner, next);
    changes += put(partner, node);
  });
  if (old.hasAttribute('title') && old.textContent !== text) old.removeAttribute('title');
  return changes;
}

/** The reader is in the middle of something that a change under their hands would disturb. */
function isBusy() {
  if (held || part.querySelector('.drag, dialog[open], details.menu[open]')) return true;
  const selection = document.getSelection();
  return Boolean(selection && !selection.isCollapsed && selection.containsNode(part, true));
}

/** What stands still in the reader's eyes: what has the focus, else the first row that is seen. */
function stillPoint() {
  const focused = document.activeElement;
  if (focused && focused !== document.body && part.contains(focused)) return focused;
  const top = 0;
  return [...part.querySelectorAll('li, tr')].find(row => row.getBoundingClientRect().bottom > top) ?? null;
}

function show(fresh) {
  const focused = document.activeElement, had = part.contains(focused);
  const row = had ? focused.closest('li, tr, section') : null;
  const point = part.getBoundingClientRect().top < 0 ? stillPoint() : null;
  const before = point?.getBoundingClientRect().top;
  const changes = put(part, fresh);
  if (had && document.activeElement !== focused) {
    const to = focused.isConnected ? focused : row?.isConnected ? row.querySelector('a, button') : null;
    to?.focus({ preventScroll: true });
  }
  if (point?.isConnected) {
    const moved = point.getBoundingClientRect().top - before;
    if (moved) scrollBy({ top: moved, behavior: 'instant' });
  }
  if (changes > 0 && status) {
    status.textContent = '';
    setTimeout(() => { status.textContent = status.dataset.liveSay; }, 50);
  }
}

/** The answer's text; null where there is nothing more to ask. */
async function ask(address, headers = {}) {
  const answer = await fetch(address, { headers, cache: 'no-store', credentials: 'same-origin', redirect: 'manual' });
  if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) return null;
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

async function look() {
  const stamp = await ask(part.dataset.live);
  if (stamp === null) { stopped = true; return; }
  if (stamp === part.dataset.stamp) return;
  const page = await ask(location.href, { 'X-Live': '1' });
  if (page === null) { stopped = true; return; }
  // Looked at again after the wait: the next round shows it where the reader is busy now.
  if (isBusy()) return;
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-live]');
  if (fresh) show(fresh);
}

async function round() {
  clearTimeout(timer);
  if (stopped || asking || document.hidden) return;
  asking = true;
  try {
    if (!isBusy()) await look();
    failures = 0;
  } catch {
    failures++;
  }
  asking = false;
  if (stopped) return;
  // Where the server fails it is asked less and less, and not by all at once.
  const pause = Math.min(EVERY * 2 ** failures, LONGEST);
  timer = setTimeout(round, failures ? pause * (0.75 + Math.random() / 2) : pause);
}

if (part) {
  addEventListener('pointerdown', () => { held = true; }, { capture: true });
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { held = false; }, { capture: true });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && failures === 0) round(); });
  timer = setTimeout(round, EVERY);
}
