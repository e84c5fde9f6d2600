import type { VisitDetail } from '../../server/visits/schema.ts';
import { useObservable, type VisitCall } from '../call/index.ts';
import { VisitTimeline } from '../visits/visit-timeline.tsx';
import { ControlBar } from './control-bar.tsx';
import { StateBar } from './state-bar.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useSupervisorCall } from './use-supervisor-call.ts';
import { WarningButtons } from './warning-buttons.tsx';
import { WatchedPictures } from './watched-pictures.tsx';
import './supervision.css';

export function SupervisedVisit({ visit }: { visit: VisitDetail }) {
  const call = useSupervisorCall(visit.id);
  return call ? <Watching visit={visit} call={call} /> : null;
}

function Watching({ visit, call }: { visit: VisitDetail; call: VisitCall }) {
  const state = useObservable(call.state);
  const now = state.snapshot?.audience === 'supervisor' ? state.snapshot : visit.now;
  useLeaveWarning(now.state === 'live');
  return (
    <div className="supervision">
      <div className="supervision-main">
        <StateBar call={call} state={state} now={now} />
        <WatchedPictures received={state.received} />
        <WarningButtons visit={visit} />
      </div>
      <aside className="supervision-side">
        <ControlBar visit={visit} call={call} now={now} />
        <VisitTimeline timeline={visit.timeline} />
      </aside>
    </div>
  );
}
