const definitions = [
  {{definitions}}
  { name: 'objects', title: 'Files', file: 'objects.json' },
];
const part = (id) => document.getElementById(id);

// The codes of an operation's errors, each with the way to what it says.
const codesOf = (operation) => {
  const rows = Object.entries(operation['x-error-codes']).map(([status, codes]) =>
    `| ${status === 'default' ? 'other' : status} | ${codes.map((code) => `[\`${code}\`](/problems/${code})`).join(', ')} |`);
  return ['| status | error codes |', '|---|---|', ...rows].join('\n');
};

const withCodes = (paths) => Object.fromEntries(Object.entries(paths).map(([path, methods]) => [
  path,
  Object.fromEntries(Object.entries(methods).map(([method, operation]) => [
    method,
    operation['x-error-codes'] ? { ...operation, description: `${operation.description}\n\n${codesOf(operation)}` } : operation,
  ])),
]));

// The contracts name the public servers; here the calls go to where the page came from.
const forThisPage = {
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (original) => (spec) =>
          original({ ...spec, paths: withCodes(spec.paths), servers: [{ url: window.location.origin }] }),
      },
    },
  },
};

const chosen = () => {
  const wanted = new URLSearchParams(window.location.search).get('api');
  return definitions.find(({ name }) => name === wanted) ?? definitions[1];
};

// Swagger UI forgets who is signed in with each definition that it loads.
let authorized = false;
const authorize = () => {
  const { tokens } = session;
  if (!tokens) return authorized && ui.authActions.logout(['bearerAuth']);
  authorized = true;
  return ui.authActions.authorize({
    bearerAuth: { name: 'bearerAuth', schema: { type: 'http', scheme: 'bearer' }, value: tokens.accessToken },
  });
};

const ui = SwaggerUIBundle({
  dom_id: '#api',
  url: chosen().file,
  presets: [SwaggerUIBundle.presets.apis],
  plugins: [forThisPage],
  layout: 'BaseLayout',
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  tryItOutEnabled: true,
  validatorUrl: null,
  persistAuthorization: false,
  onComplete: authorize,
  requestInterceptor: async (request) => {
    const token = await session.token();
    if (token && request.headers.Authorization) request.headers.Authorization = `Bearer ${token}`;
    return request;
  },
});

const showDefinition = () => {
  const { name } = chosen();
  for (const link of part('definitions').children) {
    if (link.dataset.name === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
};

const choose = (event) => {
  event.preventDefault();
  window.history.pushState(null, '', event.currentTarget.href);
  load();
};

const load = () => {
  showDefinition();
  ui.specActions.updateUrl(chosen().file);
  ui.specActions.download(chosen().file);
  window.scrollTo(0, 0);
};

for (const { name, title } of definitions) {
  const link = document.createElement('a');
  link.href = `?api=${name}`;
  link.textContent = title;
  link.dataset.name = name;
  link.addEventListener('click', choose);
  part('definitions').append(link);
}
showDefinition();
window.addEventListener('popstate', load);

session.changed = async (tokens) => {
  part('sign-in').hidden = Boolean(tokens);
  part('signed-in').hidden = !tokens;
  authorize();
  if (!tokens) return;
  const answer = await fetch('/api/v1/users/me', { headers: { Authorization: `Bearer ${tokens.accessToken}` } });
  if (!answer.ok) return;
  const me = await answer.json();
  part('who').textContent = me.fullName;
  part('where').textContent = [me.email, me.companyName, me.role.toLowerCase()].filter(Boolean).join(' · ');
};

part('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  part('hint').textContent = '';
  try {
    await session.signIn(part('email').value, part('password').value);
  } catch (error) {
    part('hint').textContent = error.message;
  }
});
part('sign-out').addEventListener('click', () => session.signOut());

// An installation with the demo offers its logins; others have no such file.
const offerDemo = async () => {
  const answer = await fetch('demo.json');
  if (!answer.ok) return;
  const logins = await answer.json();
  if (logins.length === 0) return;
  part('email').value = logins[0].email;
  part('password').value = logins[0].password;
  part('hint').textContent = 'The demo’s login is filled in.';
  for (const { email, role } of logins) part('logins').append(new Option(role.toLowerCase(), email));
  part('email').addEventListener('change', () => {
    const login = logins.find(({ email }) => email === part('email').value);
    if (login) part('password').value = login.password;
  });
};
offerDemo();
