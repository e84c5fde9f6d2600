import { z } from 'zod';

// The pages' content security policy forbids making code from text; zod would try it once and be reported.
z.config({ jitless: true });
