import './api/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { WebClient } from './web-client.tsx';
import './style.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<WebClient />);
