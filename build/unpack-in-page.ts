/** Runs in the page: unpacks the script that `packScript` left in it, and runs it. */
declare const packedScript: readonly string[];

const OLD_BROWSER =
  'Панель не открылась: этот браузер слишком стар для неё. Обновите браузер (Chrome или Яндекс Браузер, Firefox 113, Safari 16.4 или новее) и откройте панель снова.';

async function unpack(): Promise<void> {
  const base64 = packedScript.join('').replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const script = document.createElement('script');
  script.textContent = await new Response(unpacked).text();
  document.body.append(script);
}

function refuse(): void {
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = OLD_BROWSER;
  document.body.append(sentence);
}

if (typeof DecompressionStream === 'undefined') refuse();
else unpack().catch(refuse);
