import type { draftContract } from '../../../shared/features/drafts/draft-contract.ts'
import { discardDraft } from '../../kernel/db/discard-draft.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'
import { findDraft, listDraftKeys, saveDraft } from './draft-repository.ts'

export const draftHandlers: HandlersFor<typeof draftContract> = {
  'drafts.load': ({ db, actor }, { key }) => ({ text: findDraft(db, actor.staffId, key) }),
  'drafts.save': ({ actor, now, writeLocal }, { key, text }) => {
    saveDraft(writeLocal, { staffId: actor.staffId, key, text, savedAt: now().toISOString() })
    return { key }
  },
  'drafts.discard': ({ actor, writeLocal }, { key }) => {
    discardDraft(writeLocal, actor.staffId, key)
    return { key }
  },
  'drafts.list': ({ db, actor }) => listDraftKeys(db, actor.staffId).map(key => ({ key })),
}
