import { desk } from '../../server/desk/schema.ts';
import { get } from './request.ts';

export const readDesk = () => get('/api/desk', desk);
