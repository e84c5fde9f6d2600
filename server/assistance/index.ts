export { assistanceRoutes } from './routes.ts';
