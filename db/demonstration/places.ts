/** Places of the demonstration: the four out-of-district prisons, and a corrections centre with two visit rooms. */

type Name = { zh: string; en: string };

export const demonstrationPrisons: {
  id: string;
  name: Name;
  wards: (Name & { id: string })[];
  terminals: (Name & { id: string })[];
}[] = [
  {
    id: 'baimaoling',
    name: { zh: '白茅岭监狱', en: 'Baimaoling Prison' },
    wards: [
      { id: 'baimaoling-ward-1', zh: '一监区', en: 'Ward 1' },
      { id: 'baimaoling-ward-2', zh: '二监区', en: 'Ward 2' },
    ],
    terminals: [
      { id: 'baimaoling-terminal-1', zh: '白茅岭一号终端', en: 'Baimaoling terminal 1' },
      { id: 'baimaoling-terminal-2', zh: '白茅岭二号终端', en: 'Baimaoling terminal 2' },
    ],
  },
  {
    id: 'juntianhu',
    name: { zh: '军天湖监狱', en: 'Juntianhu Prison' },
    wards: [{ id: 'juntianhu-ward-1', zh: '一监区', en: 'Ward 1' }],
    terminals: [{ id: 'juntianhu-terminal-1', zh: '军天湖一号终端', en: 'Juntianhu terminal 1' }],
  },
  {
    id: 'wujiawa',
    name: { zh: '吴家洼监狱', en: 'Wujiawa Prison' },
    wards: [{ id: 'wujiawa-ward-1', zh: '一监区', en: 'Ward 1' }],
    terminals: [{ id: 'wujiawa-terminal-1', zh: '吴家洼一号终端', en: 'Wujiawa terminal 1' }],
  },
  {
    id: 'sichahe',
    name: { zh: '四岔河监狱', en: 'Sichahe Prison' },
    wards: [{ id: 'sichahe-ward-1', zh: '一监区', en: 'Ward 1' }],
    terminals: [{ id: 'sichahe-terminal-1', zh: '四岔河一号终端', en: 'Sichahe terminal 1' }],
  },
];

export const demonstrationCentre = {
  id: 'district-centre',
  name: { zh: '区社区矫正中心', en: 'District corrections centre' },
  visitRooms: [
    { id: 'visit-room-1', name: { zh: '第一会见室', en: 'Visit room 1' }, stepFree: true },
    { id: 'visit-room-2', name: { zh: '第二会见室', en: 'Visit room 2' }, stepFree: false },
  ],
};

/**
 * Baimaoling is open at every hour here, so that the whole way can be tried at any time; the others have sessions as
 * prisons do. Weekdays are ISO: 1 is Monday.
 */
export const demonstrationSessions: {
  prisonId: string;
  name: string;
  weekdays: number[];
  opensAt: string;
  closesAt: string;
  openOnHolidays: boolean;
}[] = [
  {
    prisonId: 'baimaoling',
    name: '全天',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opensAt: '00:00',
    closesAt: '24:00',
    openOnHolidays: true,
  },
  {
    prisonId: 'juntianhu',
    name: '上午',
    weekdays: [2, 4],
    opensAt: '08:30',
    closesAt: '11:30',
    openOnHolidays: false,
  },
  {
    prisonId: 'juntianhu',
    name: '下午',
    weekdays: [2, 4],
    opensAt: '14:00',
    closesAt: '17:00',
    openOnHolidays: false,
  },
  {
    prisonId: 'wujiawa',
    name: '上午',
    weekdays: [1, 3, 5],
    opensAt: '08:30',
    closesAt: '11:30',
    openOnHolidays: false,
  },
  {
    prisonId: 'sichahe',
    name: '周三',
    weekdays: [3],
    opensAt: '09:00',
    closesAt: '16:30',
    openOnHolidays: false,
  },
];

/** What Baimaoling's rules differ in, for the same reason. */
export const demonstrationRules = [
  { prisonId: 'baimaoling', key: 'min_lead_working_days', value: 0 },
  { prisonId: 'baimaoling', key: 'early_start_minutes', value: 60 },
] as const;
