import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Native or self-loading packages stay as they are on disk.
  serverExternalPackages: ['@libsql/client', 'libsql', '@node-rs/argon2', 'pg', 'sql.js'],
  // Types are checked by `npm run types`; a person who starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
};

export default config;
