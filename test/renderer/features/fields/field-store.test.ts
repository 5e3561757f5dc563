import { afterEach, expect, test, vi } from 'vitest'
import { loadFields, loadStaff, useFieldStore } from '../../../../renderer/features/fields/field-store.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import { createFakeCrm } from '../../../helpers/fake-crm.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

afterEach(() => {
  noteLock()
  vi.unstubAllGlobals()
})

test('own fields and staff are read, and forgotten when the vault is locked', async () => {
  installFakeCrm({ customers: 5, ownFields: true })
  await Promise.all([loadFields(), loadStaff()])

  expect(useFieldStore.getState().fields).toMatchObject({ status: 'ready' })
  expect(useFieldStore.getState().staff).toMatchObject({ status: 'ready', value: [{ isMe: true }, { isMe: false }] })

  noteLock()
  expect(useFieldStore.getState()).toEqual({ fields: { status: 'idle' }, options: { status: 'idle' }, staff: { status: 'idle' } })
})

test('the newest answer wins when an older one comes later', async () => {
  const crm = createFakeCrm({ ownFields: true })
  let delay = 20
  const slowFirst = async (name: string, input: unknown) => {
    const answer = await crm.call(name, input)
    const mine = delay
    delay = 0
    await new Promise(resolve => setTimeout(resolve, mine))
    return answer
  }
  vi.stubGlobal('window', { crm: { ...crm, call: slowFirst } })
  const first = loadFields()
  const id = (await fieldsOf(crm))[0]?.id ?? ''
  await crm.call('fields.remove', { id })
  await Promise.all([first, loadFields()])
  const { fields } = useFieldStore.getState()

  expect(fields.status === 'ready' ? fields.value.map(field => field.id) : []).not.toContain(id)
})

async function fieldsOf(crm: ReturnType<typeof createFakeCrm>): Promise<readonly { readonly id: string }[]> {
  const result = await crm.call('fields.list', {})
  // the fake checked its answer by the contract
  return result.ok ? (result.value as { readonly id: string }[]) : []
}
