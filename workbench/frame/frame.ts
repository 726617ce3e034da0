import { createScriptRun } from './script-run.ts';
import { FRAME_READY, type FromFrame, type OpenFrame, type ToFrame } from './wire.ts';

/**
 * Runs in the sidebar's frame before the add-on's HTML: gives it `google.script` and then becomes
 * that HTML. Writing the document keeps the window, and with it `google` and the port.
 */
function open(html: string, port: MessagePort): void {
  const send = (message: FromFrame): void => port.postMessage(message);
  const { runner, settle } = createScriptRun((id, name, args) => send({ kind: 'call', id, name, args }));
  port.onmessage = (event: MessageEvent<ToFrame>) => settle(event.data);
  const host = {
    close: () => send({ kind: 'close' }),
    editor: { focus: () => send({ kind: 'focus-editor' }) },
    origin: document.referrer,
    setHeight: () => {},
    setWidth: () => {},
  };
  Object.defineProperty(window, 'google', { value: { script: { run: runner, host } } });
  document.open();
  document.write(html);
  document.close();
}

function onFirstMessage(event: MessageEvent<OpenFrame>): void {
  const port = event.ports[0];
  if (event.source !== window.parent || port === undefined || event.data.kind !== 'open') return;
  window.removeEventListener('message', onFirstMessage);
  open(event.data.html, port);
}

window.addEventListener('message', onFirstMessage);
window.parent.postMessage(FRAME_READY, '*');
