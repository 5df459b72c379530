// The contracts name the public servers; here the calls go to where the page came from.
const toThisServer = {
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (original) => (spec) => original({ ...spec, servers: [{ url: window.location.origin }] }),
      },
    },
  },
};

SwaggerUIBundle({
  dom_id: '#api',
  urls: [{ url: 'auth.json', name: 'auth' }, { url: 'catalog.json', name: 'catalog' },
    { url: 'content.json', name: 'content' }, { url: 'objects.json', name: 'objects' }],
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  plugins: [toThisServer],
  layout: 'StandaloneLayout',
  validatorUrl: null,
  persistAuthorization: false,
});
