// Generated modules name each other without an extension, as bundlers allow: Node is told to allow it to TypeScript as well.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(context.parentURL?.endsWith('.ts') && /^\.\/\w+$/.test(specifier) ? `${specifier}.ts` : specifier, context),
});
