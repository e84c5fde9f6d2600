import type { SystemNeed } from './system-packages.ts';

/** What the tests run besides our own code: browsers, databases, faults of the network, judges that we did not write. */
export const testNeeds: SystemNeed[] = [
  { debianPackage: 'chromium', program: 'chromium' },
  { debianPackage: 'ffmpeg', program: 'ffmpeg' },
  { debianPackage: 'tshark', program: 'tshark' },
  { debianPackage: 'mariadb-server', program: 'mariadbd' },
  { debianPackage: 'redis-server', program: 'redis-server' },
  { debianPackage: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  { debianPackage: 'iproute2', program: 'ip' },
  { debianPackage: 'nftables', program: 'nft' },
  { debianPackage: 'libnss3-tools', program: 'certutil' },
  { debianPackage: 'golang-go', program: 'go' },
  { debianPackage: 'openssl', program: 'openssl' },
];
