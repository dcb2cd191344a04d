import { defineConfig } from 'prisma/config';

// `prisma generate` never runs the schema engine, yet the command line downloads it unless a path is named.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: process.env.QUIZWRIGHT_PRISMA_SCHEMA ?? 'prisma/schema.prisma' });
