/**
 * Imported before anything that makes a schema: zod would try `new Function`, which the page's policy reports.
 * The object is zod's own (`z.config`), set before zod is loaded.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
