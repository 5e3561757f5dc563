import type { ChangeValues } from '../../kernel/changes/change.ts'

/** Columns of a customer that a person fills in, in the order of the form, by the contract's names. */
export const ownFields = {
  kind: 'kind',
  name: 'name',
  surname_reading: 'surnameReading',
  alias: 'alias',
  salutation: 'salutation',
  gender: 'gender',
  company: 'company',
  job_title: 'jobTitle',
  birthday: 'birthday',
  language: 'language',
  preferred_channel: 'preferredChannel',
  member_no: 'memberNo',
  level: 'level',
  source: 'source',
  stage: 'stage',
  assignee_id: 'assigneeId',
  preference: 'preference',
  pinned_note: 'pinnedNote',
  note: 'note',
  photo: 'photo',
} as const

/** What a new customer has without anybody having chosen it. */
export const unchosen: ChangeValues = {
  kind: 'person',
  gender: 'not-stated',
  language: 'not-stated',
  preferred_channel: 'not-stated',
}
