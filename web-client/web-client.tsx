import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { newQueries } from './api/queries.ts';
import { startTexts } from './language/index.ts';
import { router } from './routes.tsx';
import { areas } from './texts.ts';

startTexts(areas);
const queries = newQueries();

export function WebClient() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
