// Written for any Node that knows ES modules, because it is what tells the others that they are too old.

/** Ends the process with one clear line when the machine's Node is too old to set anything up. */
export function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  process.stderr.write(
    `This needs Node 20 or later on the machine (any; the system brings its own for its work). Found ${process.version}.\n` +
      `本机需要 Node 20 或更高版本,当前为 ${process.version}。请升级后重新运行。\n`,
  );
  process.exit(1);
}
