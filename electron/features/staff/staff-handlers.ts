import type { staffContract } from '../../../shared/features/staff/staff-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'

export const staffHandlers: HandlersFor<typeof staffContract> = {
  'staff.list': ({ db, actor }) =>
    db.all<{ id: string; name: string; customers: number }>(staffSql).map(row => ({ ...row, isMe: row.id === actor.staffId })),
}

const staffSql = `SELECT s.id, s.name, coalesce(c.n, 0) AS customers FROM staff AS s
  LEFT JOIN (SELECT assignee, count(*) AS n FROM _contact_line WHERE assignee <> '' GROUP BY assignee) AS c ON c.assignee = s.id
  WHERE s.deleted_ts IS NULL ORDER BY s.created_at, s.id`
