import type { VisitDetail } from '../../server/visits/schema.ts';
import { useObservable, type VisitCall } from '../call/index.ts';
import { VisitTimeline } from '../visits/visit-timeline.tsx';
import { ControlBar } from './control-bar.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { StateBar } from './state-bar.tsx';
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
  return (
    <div className="supervision">
      <div className="supervision-state">
        <StateBar call={call} state={state} now={now} />
      </div>
      <ControlBar visit={visit} call={call} now={now} />
      <div className="supervision-pictures">
        <WatchedPictures received={state.received} />
        <WarningButtons visit={visit} />
      </div>
      <div className="supervision-timeline">
        <VisitTimeline timeline={visit.timeline} newestFirst />
      </div>
      <LeaveQuestion live={now.state === 'live'} />
    </div>
  );
}
