// A client that knows nothing of HTTP, by mcp-remote, which signs its person in. Says where the person must go, and what it
// got once they were back at mcp-remote's own address.
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { fileURLToPath } from 'node:url'

const [url, tool, home, ...more] = process.argv.slice(2)
const say = (word) => process.stdout.write(JSON.stringify(word) + '\n')
const proxy = fileURLToPath(new URL('node_modules/mcp-remote/dist/proxy.js', import.meta.url))
const transport = new StdioClientTransport({
  command: process.execPath,
  // Its port is told right behind the address.
  args: [proxy, url, ...more, '--allow-http', '--transport', 'http-only'],
  // Nothing on the path: a browser is what the suite brings.
  env: { PATH: '/nowhere', HOME: home, MCP_REMOTE_CONFIG_DIR: home },
  stderr: 'pipe',
})
let said = ''
let shown = false
transport.stderr.on('data', (bytes) => {
  said += bytes
  process.stderr.write(bytes)
  const address = /https?:\/\/\S+\/openid-connect\/auth\?\S+/.exec(said)
  if (address && !shown) {
    shown = true
    say({ authorize: address[0], clientId: new URL(address[0]).searchParams.get('client_id') })
  }
})
const client = new Client({ name: 'suite', version: '1.0' })
await client.connect(transport, { timeout: 90_000 })
const tools = (await client.listTools()).tools.map((each) => each.name)
say({ tools, result: await client.callTool({ name: tool, arguments: { message: 'by way of mcp-remote' } }) })
await client.close()
process.exit(0)
