/** The two fixed channels between window and main; the contract's names travel as their first argument. */
export const callChannel = 'crm:call'
export const eventChannel = 'crm:event'
