// What has to differ from upstream's worker source, and the build's settings. Everything in this folder is part of the
// cache key, so a change here means a new build.

/** A replacement that must match exactly once: a mediasoup that moved the place is refused, not built half-mended. */
export interface SourceEdit {
  file: string;
  why: string;
  from: string;
  to: string;
}

export const sourceEdits: SourceEdit[] = [
  {
    file: 'meson.build',
    why: 'Debian 12 has meson 1.0.1, which builds it as well',
    from: "meson_version: '>= 1.1.0'",
    to: "meson_version: '>= 1.0.1'",
  },
  {
    file: 'meson.build',
    why: 'not packaged by Debian: our header in subprojects/unordered-dense',
    from: "dependency('unordered_dense')",
    to: "subproject('unordered-dense').get_variable('unordered_dense_dep')",
  },
  {
    file: 'src/RTC/DtlsTransport.cpp',
    why:
      'The callback answers 1 to every finished control call, also to "is kernel TLS in use?". An OpenSSL built with ' +
      'kernel TLS (Debian) then allocates no write buffer and the first DTLS handshake is a segmentation fault.',
    from: '(operationType == BIO_CB_RETURN)',
    to: '((operationType & BIO_CB_RETURN) != 0)',
  },
];

/** Arguments of `meson setup OUT` on the prepared source. */
export const mesonArguments = ['--buildtype', 'release', '-Db_ndebug=true', '--wrap-mode', 'nodownload'];
