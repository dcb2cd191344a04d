/** The law of the house: who may import whom. Each rule is a sentence; `npm run walls` holds it. */
const elsewhere = (...rooms) => ({ pathNot: rooms });

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-app',
      comment: 'Routes are the roof: nothing stands on them.',
      severity: 'error',
      from: elsewhere('^app/'),
      to: { path: '^app/' },
    },
    {
      name: 'lib-imports-no-components',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components-never-touch-the-server',
      comment: 'Not even a type: a page hands data and actions down as props.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/server/' },
    },
    {
      name: 'pure-rooms-never-touch-the-server',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/server/' },
      to: { path: '^lib/server/' },
    },
    {
      name: 'pure-rooms-know-no-framework',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/server/' },
      to: { path: '^node_modules/(next|react|@mantine|next-auth|@prisma|server-only)' },
    },
    {
      name: 'pure-rooms-know-no-node',
      comment: 'Formats may: bytes are read with what Node has.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(server|formats)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-door-prisma',
      comment: 'Prisma stays in the database door and the queries.',
      severity: 'error',
      from: elsewhere(
        '^lib/server/(db|sqlite|kept-statements|data|generated|migrate|auth)(/|\\.ts|$)',
        '^prisma/',
        '^prisma.config',
        '^tests/',
        '^scripts/',
      ),
      to: { path: ['^lib/server/generated/', '^node_modules/@prisma/', '^node_modules/(@libsql/|libsql)'] },
    },
    {
      name: 'one-door-fsrs',
      comment: 'ts-fsrs patches Date.prototype when imported; one file holds it.',
      severity: 'error',
      from: elsewhere('^lib/memory/', '^tests/'),
      to: { path: '^node_modules/ts-fsrs' },
    },
    {
      name: 'one-door-fitting',
      comment: 'fsrs-rs is native code and holds up its thread; one file calls it, in a thread of its own.',
      severity: 'error',
      from: elsewhere('^lib/server/fit-weights\\.ts$', '^tests/'),
      to: { path: '^node_modules/@open-spaced-repetition' },
    },
    {
      name: 'one-door-language-model',
      comment: 'The AI SDK sees the key; one file holds it.',
      severity: 'error',
      from: elsewhere('^lib/server/model/connection\\.ts$'),
      to: { path: '^node_modules/(ai|@ai-sdk)/' },
    },
    {
      name: 'one-door-next-auth',
      severity: 'error',
      from: elsewhere('^lib/server/auth(/|\\.ts)', '^components/account/provider-buttons', '^tests/'),
      to: { path: '^node_modules/(next-auth|@auth)/' },
    },
    {
      name: 'tests-stay-outside',
      comment: 'Nothing of the product imports its tests.',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|lib/server/generated|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
