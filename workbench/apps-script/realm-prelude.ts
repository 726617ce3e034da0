/**
 * Runs inside a new realm: its Date takes the emulator's clock, and its local time is the script's
 * time zone, not the machine's. Text, because it must be evaluated in the realm.
 */
export const DATE_PRELUDE = `(function (now, offset) {
  var Native = Date;
  function local(date) { return new Native(date.getTime() + offset(date.getTime())); }
  function fromLocal(parts) {
    var wall = Native.UTC.apply(null, parts);
    return wall - offset(wall - offset(wall));
  }
  function Zoned() {
    if (!new.target) return new Native(now()).toISOString();
    var args = Array.prototype.slice.call(arguments);
    if (args.length === 0) args = [now()];
    else if (args.length > 1) args = [fromLocal(args)];
    else if (typeof args[0] === 'string' && !/^\\d{4}-\\d{2}-\\d{2}$|(Z|[+-]\\d{2}:?\\d{2}|GMT.*)$/.test(args[0])) {
      throw new Error('not known how the platform behaves here: new Date("' + args[0] + '") without a time zone');
    }
    return Reflect.construct(Native, args, new.target);
  }
  Zoned.prototype = Native.prototype;
  Zoned.now = now;
  Zoned.UTC = Native.UTC;
  Zoned.parse = Native.parse;
  Native.prototype.constructor = Zoned;
  ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].forEach(function (part) {
    Native.prototype['get' + part] = function () { return local(this)['getUTC' + part](); };
    if (part !== 'Day') Native.prototype['set' + part] = function () {
      var wall = local(this);
      wall['setUTC' + part].apply(wall, arguments);
      return this.setTime(wall.getTime() - offset(wall.getTime() - offset(wall.getTime())));
    };
  });
  Native.prototype.getTimezoneOffset = function () { return -offset(this.getTime()) / 60000; };
  return Zoned;
})`;

/** Names of browsers and of Node that a script on the platform does not find. */
export const ABSENT =
  `URL URLSearchParams TextEncoder TextDecoder setTimeout setInterval clearTimeout clearInterval
  setImmediate queueMicrotask requestAnimationFrame fetch XMLHttpRequest WebSocket Worker Blob File FileReader FormData
  Headers Request Response AbortController ReadableStream WritableStream TransformStream DOMException DOMParser Node
  Element HTMLElement crypto Crypto SubtleCrypto window self top parent frames document location history navigator
  performance process Buffer require module exports global structuredClone atob btoa localStorage sessionStorage
  indexedDB alert confirm prompt Event EventTarget MessageChannel postMessage`.split(/\s+/);
