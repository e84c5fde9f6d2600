import type { Text } from '../edge/language.ts';
import type { LogFolderFault } from './transparency-log/verify-log-folder.ts';

/** What a verifier may find wrong in a book. */
export type BookFaultCode =
  | LogFolderFault['code']
  | 'entry_out_of_place'
  | 'entry_not_canonical'
  | 'entry_head_false'
  | 'entry_head_out_of_place'
  | 'leaf_hash_wrong'
  | 'columns_wrong'
  | 'subjects_wrong'
  | 'book_row_wrong'
  | 'book_missing'
  | 'book_key_unknown'
  | 'head_seen_false'
  | 'head_seen_contradicts';

/** `index` is the first wrong entry, or null when what is wrong is no entry. */
export type BookFault = { code: BookFaultCode; index: number | null; detail: string };

const faultTexts: Record<BookFaultCode, Text> = {
  entry_missing: { zh: '条目缺失', en: 'the entry is missing' },
  entry_changed: { zh: '条目内容与签名时不符', en: 'the entry is not what was signed' },
  entry_out_of_place: {
    zh: '此处的条目原属别处（有条目被删除、插入或调换）',
    en: 'this entry was written for another place: entries were removed, inserted or swapped',
  },
  entry_not_canonical: {
    zh: '条目文本不是规范的 JSON',
    en: 'the text is not the canonical JSON of an entry',
  },
  entry_head_false: {
    zh: '条目的签名不是台账密钥所签（条目被更改或伪造）',
    en: "the entry's head is not signed with the book's key: it was changed or made up",
  },
  entry_head_out_of_place: {
    zh: '条目的签名原属别处',
    en: "the entry's head was signed for another place",
  },
  leaf_hash_wrong: { zh: '条目的哈希列与文本不符', en: 'the leaf_hash column is not the hash of the text' },
  columns_wrong: { zh: '条目的索引列与文本不符', en: 'the kind or at column disagrees with the text' },
  subjects_wrong: { zh: '条目的对象索引与文本不符', en: 'the subjects table disagrees with the text' },
  book_row_wrong: { zh: '台账主记录与条目不符', en: "the book's row disagrees with its entries" },
  book_missing: { zh: '曾有签名的台账不见了', en: 'a book that had a signed head is gone' },
  book_key_unknown: { zh: '台账的密钥不在可信密钥之列', en: "the book's key is not among the trusted keys" },
  head_seen_false: {
    zh: '库外保存的台账头不是台账密钥所签',
    en: "the head kept outside the database is not signed with the book's key",
  },
  head_seen_contradicts: {
    zh: '台账与库外保存的台账头相矛盾',
    en: 'the book contradicts the head kept outside the database',
  },
  keys_unreadable: { zh: '公钥文件无法读取', en: 'the public keys cannot be read' },
  head_false: { zh: '台账头未经可信密钥签名', en: 'the head is not signed with a trusted key' },
  bundle_malformed: { zh: '条目文件中有多余字节', en: 'there are bytes between or behind the entries' },
  tile_wrong: { zh: '哈希文件与条目不符', en: 'a tile disagrees with the entries' },
  root_not_signed: {
    zh: '条目与已签名的台账头不符',
    en: 'the entries are not those of the signed head',
  },
};

/** One line for a person: which entry, and what is wrong. */
export function describeFault({ code, index, detail }: BookFault): string {
  const { zh, en } = faultTexts[code];
  const where = index === null ? { zh: '', en: '' } : { zh: `第 ${index} 条：`, en: `entry ${index}: ` };
  return `${where.en}${en} (${detail}) / ${where.zh}${zh}`;
}
