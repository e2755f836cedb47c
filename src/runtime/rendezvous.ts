// Rendezvous hashing (highest random weight): which of several each key belongs to, told without asking the others.

/**
 * Whose a key is among these members, each a number of its own; `undefined`: there are none. All who know the same members say
 * the same, keys are spread evenly, and where a member comes or goes only its own keys change hands.
 */
export function rendezvousOwner(key: string, members: readonly number[]): number | undefined {
  let owner: number | undefined;
  let most = -1;
  for (const member of members) {
    const weight = weightOf(key, member);
    if (weight > most) {
      most = weight;
      owner = member;
    }
  }
  return owner;
}

// FNV-1a from a state of the member's own, with the finisher of MurmurHash3, since the last characters alone would move little.
function weightOf(key: string, member: number): number {
  let hash = mixed(member ^ 0x811c9dc5);
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return mixed(hash) >>> 0;
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
