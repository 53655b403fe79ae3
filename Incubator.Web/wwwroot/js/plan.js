// Improves the plan where scripts run: a session is dragged to another time or room, also from the list of those without a time.
// The drop sends the page's own form; without it every session's link leads to a form that does the same.
const form = document.getElementById('move');
const board = document.querySelector('[data-plan]');

if (form && board) {
  let dragged = null;

  for (const card of document.querySelectorAll('[data-session]')) {
    card.draggable = true;
    card.addEventListener('dragstart', event => {
      dragged = card;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', card.dataset.session);
      card.classList.add('dragging');
    });
    card.addEventListener('dragend', () => {
      dragged = null;
      card.classList.remove('dragging');
      unmark();
    });
    // A link inside would be dragged instead of its card.
    for (const link of card.querySelectorAll('a')) link.draggable = false;
  }

  const unmark = () => board.querySelectorAll('.drop-here').forEach(cell => cell.classList.remove('drop-here'));
  const cellOf = event => dragged && event.target.closest('td[data-start]');

  board.addEventListener('dragover', event => {
    const cell = cellOf(event);
    if (!cell) return;
    event.preventDefault();
    if (!cell.classList.contains('drop-here')) {
      unmark();
      cell.classList.add('drop-here');
    }
  });
  board.addEventListener('drop', event => {
    const cell = cellOf(event);
    if (!cell) return;
    event.preventDefault();
    form.elements.session.value = dragged.dataset.session;
    form.elements.start.value = cell.dataset.start;
    form.elements.room.value = cell.dataset.room ?? '';
    form.requestSubmit();
  });
}
