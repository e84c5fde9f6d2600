import '../web-client/api/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { TerminalClient } from './terminal-client.tsx';
import '../web-client/style/base.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<TerminalClient />);
