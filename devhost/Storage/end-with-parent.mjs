// Loaded into Azurite's process. Ctrl-C reaches the whole terminal; only the host decides when its storage ends: by closing standard input, which the system does
// for a host that is killed. Nobody reads what Azurite writes then, and that must not keep it from saving.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Server } from 'node:http';

const pidFile = process.env.AZURITE_PID_FILE;

// The Azurite of a host that was just killed may still be saving: starting beside it would lose what it saves.
const earlierLives = () => {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    process.kill(pid, 0);
    return /^node/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'));
  } catch (gone) {
    return false;
  }
};
for (let waited = 0; waited < 8000 && earlierLives(); waited += 50) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
}

writeFileSync(pidFile, String(process.pid));
process.on('exit', () => rmSync(pidFile, { force: true }));
const once = process.once;
process.once = function (event, handler) { return event.startsWith('SIG') ? this : once.call(this, event, handler); };
process.on('SIGINT', () => {}).on('SIGTERM', () => {});

// Azurite closes its side of a connection and waits for the other one, but a client that opened a connection in advance and never used it, as .NET does, does
// not look whether it was closed. Half a second is enough for the answers under way; what Azurite saves does not depend on them.
const close = Server.prototype.close;
Server.prototype.close = function (done) {
  setTimeout(() => this.closeAllConnections(), 500).unref();
  return close.call(this, done);
};
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.stdin.resume().on('end', () => {
  if (!process.emit('message', 'shutdown')) {
    process.exit(); // it has not begun yet
  }
  setTimeout(() => process.exit(), 5000).unref();
});
