// Asks the device for a passkey, or to make one, and sends what it says with the form. Without this the page says that passkeys need it.
const knows = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON);

for (const note of document.querySelectorAll('.passkey-none')) note.hidden = knows;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !knows;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const failed = form.querySelector('.passkey-failed');
    failed.hidden = true;
    try {
      const answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
      if (!answer.ok) throw new Error(String(answer.status));
      const options = await answer.json();
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.namedItem('credential').value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
