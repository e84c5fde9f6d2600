export { type PlaceHooks, placeRoutes } from './routes.ts';
