export { demonstrationRoutes, isDemonstration } from './routes.ts';
export { seedDemonstration } from './seed-demonstration.ts';
