// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// node setup.js URL: makes the owner of a new Ghost and an integration; prints its Admin API key.
'use strict';

const url = process.argv[2];
const account = {name: 'Eigenaar', email: 'eigenaar@example.test', password: 'Noorderveen-bruggen-12'};

async function ask(path, body, cookie) {
  const headers = {'Content-Type': 'application/json', 'Accept-Version': 'v5.0', 'Origin': url};
  if (cookie)
    headers.Cookie = cookie;
  const reply = await fetch(`${url}/ghost/api/admin/${path}`,
                            {method: 'POST', headers, body: JSON.stringify(body)});
  // To its end: Ghost sends the headers of a login before it has stored the session.
  const text = await reply.text();
  if (!reply.ok)
    throw new Error(`${path}: ${reply.status} ${text.slice(0, 300)}`);
  return {headers: reply.headers, text};
}

async function main() {
  await ask('authentication/setup/', {setup: [{...account, blogTitle: 'Testblad'}]});
  const login = await ask('session/', {username: account.email, password: account.password});
  const cookie = login.headers.get('set-cookie').split(';')[0];
  const made = await ask('integrations/?include=api_keys',
                         {integrations: [{name: 'Verslag'}]}, cookie);
  const {integrations: [{api_keys: keys}]} = JSON.parse(made.text);
  console.log(keys.find((key) => key.type === 'admin').secret);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
