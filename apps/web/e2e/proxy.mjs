// proxy.mjs GATEWAY: stands between browser and gateway, and makes the network what a test needs: slow, refused, cut. It prints its port.
//   POST /__faults [{ method, path, query, delay, status, body, headers, cut, times }]    replaces what holds
//   GET /__seen        every request since the last time it was asked: method and path
import http from 'node:http';

const gateway = new URL(process.argv[2]);
let faults = [];
let seen = [];

const isMeant = (fault, request, url) =>
  (!fault.method || fault.method === request.method) &&
  url.pathname.includes(fault.path) &&
  (!fault.query || url.search.includes(fault.query)) &&
  (fault.times === undefined || fault.times-- > 0);

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function pass(request, body, response) {
  const options = { host: '127.0.0.1', port: gateway.port, method: request.method, path: request.url, headers: request.headers };
  const onward = http.request(options, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy()); // a stream that is left is left on both sides
  onward.end(body);
}

async function obey(url, body, response) {
  if (url.pathname === '/__faults') faults = JSON.parse(body.toString());
  const told = url.pathname === '/__seen' ? seen : [];
  if (url.pathname === '/__seen') seen = [];
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told));
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const body = await bodyOf(request);
  if (url.pathname.startsWith('/__')) return obey(url, body, response);
  seen.push(`${request.method} ${url.pathname}${url.search}`);
  const fault = faults.find((one) => isMeant(one, request, url));
  if (fault?.delay) await sleep(fault.delay);
  if (fault?.cut) return request.socket.destroy();
  if (fault?.status)
    return response
      .writeHead(fault.status, { 'Content-Type': 'application/problem+json', ...fault.headers })
      .end(JSON.stringify(fault.body));
  return pass(request, body, response);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
