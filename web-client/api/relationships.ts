import {
  type EndRelationshipBody,
  relationshipList,
  relationshipLookup,
} from '../../server/relationships/schema.ts';
import { get, post } from './request.ts';

export const listRelationships = (prisonerId: string) =>
  get('/api/relationships', relationshipList, { prisonerId });

/** What was verified before of the person whose number is typed. */
export const lookUpRelationships = (idNumber: string, prisonerId: string) =>
  post('/api/relationships/lookup', { idNumber, prisonerId }, relationshipLookup);

export const endRelationship = (id: string, body: EndRelationshipBody) =>
  post(`/api/relationships/${id}/end`, body, relationshipList);
