/** People of the demonstration. All of them are invented. */

/** One password for all of them: a demonstration guards nothing. */
export const demonstrationPassword = 'visit-demo-2026';

const prisonNames: Record<string, string> = {
  baimaoling: '白茅岭',
  juntianhu: '军天湖',
  wujiawa: '吴家洼',
  sichahe: '四岔河',
};

export type DemonstrationAccount = {
  username: string;
  displayName: string;
  role:
    | 'district_officer'
    | 'district_supervisor'
    | 'prison_officer'
    | 'prison_approver'
    | 'auditor'
    | 'administrator';
  prisonId: string | null;
};

export const demonstrationAccounts: DemonstrationAccount[] = [
  { username: 'officer', displayName: '陈晓岚', role: 'district_officer', prisonId: null },
  { username: 'supervisor', displayName: '陆建明', role: 'district_supervisor', prisonId: null },
  ...Object.entries(prisonNames).flatMap(([prisonId, name]): DemonstrationAccount[] => [
    { username: `${prisonId}.officer`, displayName: `${name}值班民警`, role: 'prison_officer', prisonId },
    { username: `${prisonId}.approver`, displayName: `${name}狱政审批人`, role: 'prison_approver', prisonId },
  ]),
  { username: 'auditor', displayName: '沈知秋', role: 'auditor', prisonId: null },
  { username: 'administrator', displayName: '系统管理员', role: 'administrator', prisonId: null },
];

export const demonstrationPrisoners: {
  prisonId: string;
  wardId: string;
  number: string;
  name: string;
  grade: 'strict' | 'observation' | 'ordinary' | 'lenient';
  category: string;
}[] = [
  {
    prisonId: 'baimaoling',
    wardId: 'baimaoling-ward-1',
    number: 'BML-20210017',
    name: '赵立新',
    grade: 'lenient',
    category: 'ordinary',
  },
  {
    prisonId: 'baimaoling',
    wardId: 'baimaoling-ward-1',
    number: 'BML-20220103',
    name: '孙海波',
    grade: 'ordinary',
    category: 'ordinary',
  },
  {
    prisonId: 'baimaoling',
    wardId: 'baimaoling-ward-2',
    number: 'BML-20230042',
    name: '周文斌',
    grade: 'observation',
    category: 'drugs',
  },
  {
    prisonId: 'baimaoling',
    wardId: 'baimaoling-ward-2',
    number: 'BML-20240008',
    name: '吴长根',
    grade: 'strict',
    category: 'ordinary',
  },
  {
    prisonId: 'baimaoling',
    wardId: 'baimaoling-ward-2',
    number: 'BML-20240031',
    name: 'Daniel Moreau',
    grade: 'ordinary',
    category: 'foreign_national',
  },
  {
    prisonId: 'juntianhu',
    wardId: 'juntianhu-ward-1',
    number: 'JTH-20200211',
    name: '郑国强',
    grade: 'ordinary',
    category: 'ordinary',
  },
  {
    prisonId: 'juntianhu',
    wardId: 'juntianhu-ward-1',
    number: 'JTH-20230156',
    name: '冯小军',
    grade: 'lenient',
    category: 'duty_crime',
  },
  {
    prisonId: 'wujiawa',
    wardId: 'wujiawa-ward-1',
    number: 'WJW-20190078',
    name: '蒋伟明',
    grade: 'ordinary',
    category: 'ordinary',
  },
  {
    prisonId: 'wujiawa',
    wardId: 'wujiawa-ward-1',
    number: 'WJW-20220019',
    name: '沈阿福',
    grade: 'observation',
    category: 'organised_crime',
  },
  {
    prisonId: 'sichahe',
    wardId: 'sichahe-ward-1',
    number: 'SCH-20210304',
    name: '韩志平',
    grade: 'ordinary',
    category: 'ordinary',
  },
  {
    prisonId: 'sichahe',
    wardId: 'sichahe-ward-1',
    number: 'SCH-20240112',
    name: '杨帆',
    grade: 'lenient',
    category: 'ordinary',
  },
];
