// The client whose command the suite runs on authorization: all of it is done by whoever listens at the port, who is told of
// the suite's server. Arguments: that port, and the server's address.
const [port, url] = process.argv.slice(2);
const scenario = process.env.MCP_CONFORMANCE_SCENARIO;
const context = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}');

const done = await fetch(`http://127.0.0.1:${port}/`, {
  method: 'POST',
  body: JSON.stringify({ scenario, url, context }),
});
if (!done.ok) throw new Error(await done.text());
