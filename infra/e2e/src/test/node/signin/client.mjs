// A client without a key: the official one, with its own OAuth. It says on its standard output, line by line, where its
// person must go and what it got, and is told on its standard input the code that the person came back with, and to go on.
import { createInterface } from 'node:readline'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const [url, tool] = process.argv.slice(2)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = (word) => process.stdout.write(JSON.stringify(word) + '\n')
const heard = async () => (await lines.next()).value

const kept = {}
const provider = {
  redirectUrl: 'http://127.0.0.1:1/callback',
  clientMetadata: {
    client_name: 'Suite <b>client</b>',
    redirect_uris: ['http://127.0.0.1:1/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  clientInformation: () => kept.client,
  saveClientInformation: (client) => { kept.client = client },
  tokens: () => kept.tokens,
  saveTokens: (tokens) => { kept.tokens = tokens },
  redirectToAuthorization: (to) => { kept.authorize = to.href },
  saveCodeVerifier: (verifier) => { kept.verifier = verifier },
  codeVerifier: () => kept.verifier,
  // Tokens that cannot be renewed any more are of no use: the person signs in again.
  invalidateCredentials: (which) => { if (which !== 'client') delete kept.tokens },
}

const begin = () => {
  const client = new Client({ name: 'suite', version: '1.0' })
  const transport = new StreamableHTTPClientTransport(new URL(url), { authProvider: provider })
  return { client, transport }
}

const first = begin()
try {
  await first.client.connect(first.transport)
  say({ unexpected: 'let in without anything' })
} catch (e) {
  if (!(e instanceof UnauthorizedError)) {
    throw e
  }
  say({ authorize: kept.authorize, clientId: kept.client.client_id })
}
await first.transport.finishAuth(await heard())

const { client, transport } = begin()
await client.connect(transport)
const tools = (await client.listTools()).tools.map((each) => each.name)
const call = async () => {
  try {
    return { result: await client.callTool({ name: tool, arguments: {} }) }
  } catch (e) {
    return { refused: e.constructor.name, authorize: kept.authorize }
  }
}
say({ tools, ...(await call()), token: kept.tokens.access_token, refresh: kept.tokens.refresh_token })
await heard()
kept.authorize = null
say(await call())
process.exit(0)
