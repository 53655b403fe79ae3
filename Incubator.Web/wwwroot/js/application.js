// Saves an application while it is typed, and keeps what cannot be saved until it can be. Without this the Save buttons do it.
const form = document.querySelector('form[data-autosave]');
if (form) autosave(form);
search();

function autosave(form) {
  const status = form.querySelector('[data-autosave-status]');
  const shelf = `application:${location.pathname}`;
  const pause = 1500, retry = 8000;
  let timer, sending = false, dirty = false;

  // What the connection kept from being saved, before the page was left or loaded again.
  restore();
  form.addEventListener('input', event => { if (event.target.type !== 'file') touched(); });
  form.addEventListener('change', event => { if (event.target.type !== 'file') touched(); });
  form.addEventListener('submit', () => { clearTimeout(timer); if (dirty) shelve(); });
  addEventListener('online', () => { if (dirty) save(); });

  function touched() {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  function sent() {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  }

  function shelve() {
    try {
      sessionStorage.setItem(shelf, JSON.stringify([...sent()].filter(([name]) => name !== 'seen' && !name.startsWith('__'))));
    } catch { /* a full or forbidden shelf is no reason to stop */ }
  }

  function restore() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(shelf) ?? 'null');
      sessionStorage.removeItem(shelf);
    } catch { return; }
    if (!kept || JSON.stringify([...sent()].filter(([name]) => name !== 'seen' && !name.startsWith('__'))) === JSON.stringify(kept)) return;
    for (const control of form.elements) {
      if (!control.name || control.type === 'file' || control.type === 'hidden' || control.type === 'submit') continue;
      const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
      else if (values.length) control.value = values[0];
    }
    say(form.dataset.found, false);
    touched();
  }

  async function save() {
    if (sending) return;
    sending = true;
    dirty = false;
    say(form.dataset.saving, false);
    try {
      const answer = await fetch(`${location.pathname}?handler=Autosave`, { method: 'POST', body: sent(), headers: { Accept: 'application/json' } });
      if (answer.ok) {
        const told = await answer.json();
        form.elements.seen.value = told.seen;
        mark(told);
        say(form.dataset.saved.replace('{0}', told.at), false);
        if (!dirty) sessionStorage.removeItem(shelf);
      } else if (answer.status === 429 || answer.status >= 500) {
        later();
      } else {
        dirty = true;
        shelve();
        say(form.dataset.refused, true);
      }
    } catch {
      later();
    } finally {
      sending = false;
      if (dirty && !timer) touched();
    }
  }

  function later() {
    dirty = true;
    shelve();
    say(form.dataset.lost, true);
    clearTimeout(timer);
    timer = setTimeout(save, retry);
  }

  function mark(told) {
    for (const part of form.querySelectorAll('[data-field]')) {
      const name = part.dataset.field;
      const error = document.getElementById(`f-${name.replaceAll('.', '-')}-error`);
      const wrong = told.errors[name] ?? '';
      if (error && error.textContent !== wrong) error.textContent = wrong;
      part.classList.toggle('field-wrong', wrong !== '' && part.classList.contains('field'));
      const control = part.querySelector('input, select, textarea');
      if (wrong) control?.setAttribute('aria-invalid', 'true'); else control?.removeAttribute('aria-invalid');
      let note = part.querySelector('.elsewhere');
      if (!(name in told.elsewhere)) continue;
      note ??= part.appendChild(Object.assign(document.createElement('p'), { className: 'elsewhere' }));
      note.textContent = form.dataset.elsewhere.replace('{0}', told.elsewhere[name]);
    }
  }

  function say(text, lost) {
    timer = lost ? timer : null;
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle('autosave-lost', lost);
  }
}

// Narrows the list of machines; groups with a hit open.
function search() {
  const box = document.querySelector('[data-wish-search]');
  if (!box) return;
  box.hidden = false;
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const groups = [...document.querySelectorAll('[data-wish-group]')];
  const before = groups.map(group => group.open);
  box.querySelector('input').addEventListener('input', event => {
    event.stopPropagation();
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    groups.forEach((group, i) => {
      let hits = 0;
      for (const wish of group.querySelectorAll('[data-wish]')) {
        wish.hidden = !words.every(word => fold(wish.dataset.wish).includes(word));
        if (!wish.hidden) hits++;
      }
      group.hidden = hits === 0;
      group.open = words.length ? hits > 0 : before[i];
    });
  });
}
