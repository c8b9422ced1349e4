// A file of comments goes into the text field that is sent: no form of ours carries files.
import { say } from './page';

const most = 900_000;  // bytes: what the server takes in one request, encoded, is a little more

export function startUpload(): void {
  const text = document.querySelector<HTMLTextAreaElement>('textarea#upload');
  if (!text) return;
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.id = 'upload-file';
  const label = document.createElement('label');
  label.htmlFor = chooser.id;
  label.textContent = 'Or choose a file';
  text.after(label, chooser);
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (!file) return;
    if (file.size > most) return say('That file is too large to be sent from here.');
    void file.text().then((content) => {
      text.value = content;
      const name = text.form?.elements.namedItem('name');
      if (name instanceof HTMLInputElement) name.value = file.name;
      say(`${file.name} is in the field: send it when it is what you mean.`);
    });
  });
}
