// Derives the seccomp profile of the worker from podman's default profile:
//   node derive.mjs /usr/share/containers/seccomp.json >chromium.json
// With --strict it allows no namespaces, as the default profiles of Docker and containerd do.
import { readFileSync } from 'node:fs';

const [file, kind] = process.argv.slice(2);
const base = JSON.parse(readFileSync(file, 'utf8'));
const EPERM = 1;
const ENOSYS = 38;

// What podman allows and Docker does not: file systems, other namespaces and keys.
const REFUSED = /^(mount|mount_setattr|move_mount|open_tree|u?mount2?|pivot_root|fs(config|mount|open|pick)|setns|keyctl|add_key|request_key)$/;

// What Chromium builds its sandbox with: a user namespace and others in it, and an empty root folder.
const SANDBOX = ['clone', 'unshare', 'chroot'];
const NAMESPACES = 0x7e020000;

// A container that has no capabilities, on amd64 or arm64. Runtimes of Kubernetes do not read
// conditions, so the profile has none.
const applies = (rule) =>
  !rule.includes?.caps && (rule.includes?.arches ?? ['amd64']).some((arch) => ['amd64', 'arm64'].includes(arch));

const rule = (names, action, more = {}) => ({ names, action, ...more });
const allowed = kind === '--strict'
  ? [
      rule(['clone'], 'SCMP_ACT_ALLOW', { args: [{ index: 0, value: NAMESPACES, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }] }),
      rule(['unshare', 'chroot'], 'SCMP_ACT_ERRNO', { errnoRet: EPERM }),
    ]
  : [rule(SANDBOX, 'SCMP_ACT_ALLOW')];

const kept = base.syscalls
  .filter(applies)
  .map(({ names, action, args, errnoRet }) =>
    rule(
      names.filter((name) => !REFUSED.test(name) && ![...SANDBOX, 'clone3'].includes(name)),
      action,
      { ...(args?.length ? { args } : {}), ...(errnoRet ? { errnoRet } : {}) },
    ))
  .filter(({ names }) => names.length > 0);
const refused = [...new Set(base.syscalls.flatMap(({ names }) => names).filter((name) => REFUSED.test(name)))].sort();

const profile = {
  defaultAction: 'SCMP_ACT_ERRNO',
  defaultErrnoRet: kind === '--strict' ? EPERM : ENOSYS,
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32', 'SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM'],
  syscalls: [
    ...allowed,
    // Its flags lie in memory, where no filter sees them; with this answer, clone is used instead.
    rule(['clone3'], 'SCMP_ACT_ERRNO', { errnoRet: ENOSYS }),
    rule(refused, 'SCMP_ACT_ERRNO', { errnoRet: EPERM }),
    ...kept.filter((one, at) => kept.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at),
  ],
};
process.stdout.write(JSON.stringify(profile, null, 1) + '\n');
