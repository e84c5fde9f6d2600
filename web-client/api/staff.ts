import { z } from 'zod';
import {
  type ChangeStaffBody,
  type CreateStaffBody,
  oneTimePassword,
  staffMember,
} from '../../server/accounts/staff-schema.ts';
import { get, post, tell } from './request.ts';

export const readStaff = () => get('/api/staff', z.array(staffMember));

export const createStaff = (body: CreateStaffBody) => post('/api/staff', body, oneTimePassword);

export const changeStaff = (id: string, body: ChangeStaffBody) =>
  tell('POST', `/api/staff/${id}/change`, body);

type Seen = { id: string; version: number };

export const disableStaff = ({ id, version }: Seen) => tell('POST', `/api/staff/${id}/disable`, { version });

export const enableStaff = ({ id, version }: Seen) =>
  post(`/api/staff/${id}/enable`, { version }, oneTimePassword);

export const resetPassword = ({ id, version }: Seen) =>
  post(`/api/staff/${id}/password`, { version }, oneTimePassword);
