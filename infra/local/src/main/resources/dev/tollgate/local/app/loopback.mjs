// The demo server would listen on every address of this machine, and it asks nobody who they are.
import net from "node:net";

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  return typeof port === "object"
    ? listen.call(this, port, ...rest)
    : listen.call(this, Number(port), "127.0.0.1", ...rest.filter((argument) => typeof argument === "function"));
};
