// A script of its own, run before the client: synthetic shadow must stand before the engine is loaded,
// without it the design system's style sheet does not reach the templates.
import '@lwc/synthetic-shadow';
