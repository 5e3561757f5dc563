import type { CommandId, Locale } from '../../../shared/features/app/app-state.ts'

/** Words of menu, dialogs and title bar: the few that main shows itself. */
export interface MainTexts {
  readonly appName: string
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'go' | 'record' | 'window' | 'help', string>>
  /** Access keys of the menu bar where there are any (Alt and this letter). */
  readonly accessKeys: Readonly<Record<'file' | 'edit' | 'view' | 'go' | 'record' | 'help', string>>
  readonly commands: Readonly<Record<CommandId, string>>
  readonly roles: Readonly<
    Record<'about' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'fullScreen' | 'closeWindow' | 'exit', string>
  >
  readonly files: Readonly<Record<'vcard' | 'allFiles' | 'chooseVault', string>>
  readonly unresponsive: Readonly<Record<'message' | 'detail' | 'wait' | 'reload', string>>
  readonly quitDuringJob: Readonly<Record<'message' | 'detail' | 'wait' | 'quit', string>>
  readonly bug: { readonly message: string; readonly detail: (reference: string) => string }
}

const zh: MainTexts = {
  appName: '掌柜',
  menus: { file: '文件', edit: '编辑', view: '查看', go: '转到', record: '记录', window: '窗口', help: '帮助' },
  accessKeys: { file: 'F', edit: 'E', view: 'V', go: 'G', record: 'R', help: 'H' },
  commands: {
    find: '快速查找',
    'new-contact': '新增客户',
    import: '导入…',
    save: '保存',
    'open-in-window': '在新窗口中打开',
    'edit-record': '编辑',
    'edit-cell': '编辑单元格',
    'trash-record': '移到回收站',
    undo: '撤销',
    redo: '重做',
    lock: '锁定',
    'toggle-sidebar': '侧边栏',
    'filter-list': '筛选',
    'next-pane': '下一个窗格',
    'previous-pane': '上一个窗格',
    'next-record': '下一条记录',
    'previous-record': '上一条记录',
    'next-tab': '下一个标签页',
    'previous-tab': '上一个标签页',
    'go-1': '客户',
    'go-2': '回收站',
    'go-3': '设置',
    'go-back': '后退',
    'go-forward': '前进',
    'copy-phone': '复制手机号',
    settings: '设置…',
    shortcuts: '快捷键',
    'zoom-in': '放大',
    'zoom-out': '缩小',
    'zoom-reset': '实际大小',
    refresh: '刷新数据',
  },
  roles: {
    about: '关于掌柜',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    fullScreen: '全屏',
    closeWindow: '关闭窗口',
    exit: '退出',
  },
  files: { vcard: '手机通讯录文件 (vCard)', allFiles: '所有文件', chooseVault: '选择保险库所在的文件夹' },
  unresponsive: {
    message: '窗口没有响应',
    detail: '可以再等一会儿，也可以锁定并重新打开窗口。已保存的内容不受影响。',
    wait: '继续等待',
    reload: '锁定并重新打开',
  },
  quitDuringJob: {
    message: '后台任务还在进行',
    detail: '现在退出会停止任务，并退回它已写入的内容。',
    wait: '继续等待',
    quit: '停止任务并退出',
  },
  bug: {
    message: '抱歉，掌柜需要关闭',
    detail: reference => `已保存的内容不受影响，重新打开后继续。代码 ${reference}`,
  },
}

const en: MainTexts = {
  appName: 'Zhanggui',
  menus: { file: 'File', edit: 'Edit', view: 'View', go: 'Go', record: 'Record', window: 'Window', help: 'Help' },
  accessKeys: { file: 'F', edit: 'E', view: 'V', go: 'G', record: 'R', help: 'H' },
  commands: {
    find: 'Quick find',
    'new-contact': 'New customer',
    import: 'Import…',
    save: 'Save',
    'open-in-window': 'Open in new window',
    'edit-record': 'Edit',
    'edit-cell': 'Edit cell',
    'trash-record': 'Move to Trash',
    undo: 'Undo',
    redo: 'Redo',
    lock: 'Lock',
    'toggle-sidebar': 'Sidebar',
    'filter-list': 'Filter',
    'next-pane': 'Next pane',
    'previous-pane': 'Previous pane',
    'next-record': 'Next record',
    'previous-record': 'Previous record',
    'next-tab': 'Next tab',
    'previous-tab': 'Previous tab',
    'go-1': 'Customers',
    'go-2': 'Trash',
    'go-3': 'Settings',
    'go-back': 'Back',
    'go-forward': 'Forward',
    'copy-phone': 'Copy mobile',
    settings: 'Settings…',
    shortcuts: 'Shortcuts',
    'zoom-in': 'Zoom in',
    'zoom-out': 'Zoom out',
    'zoom-reset': 'Actual size',
    refresh: 'Refresh data',
  },
  roles: {
    about: 'About Zhanggui',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    fullScreen: 'Full screen',
    closeWindow: 'Close window',
    exit: 'Exit',
  },
  files: { vcard: 'Phone contacts file (vCard)', allFiles: 'All files', chooseVault: 'Choose the folder of the vault' },
  unresponsive: {
    message: 'The window does not respond',
    detail: 'Wait a little longer, or lock and open the window again. What was saved is safe.',
    wait: 'Wait',
    reload: 'Lock and reopen',
  },
  quitDuringJob: {
    message: 'A job is still running',
    detail: 'Exiting now stops the job and rolls back what it has written.',
    wait: 'Wait',
    quit: 'Stop the job and exit',
  },
  bug: {
    message: 'Sorry, Zhanggui has to close',
    detail: reference => `What was saved is safe. Open Zhanggui again to go on. Code ${reference}`,
  },
}

const texts: Readonly<Record<Locale, MainTexts>> = { 'zh-CN': zh, en }

export function mainTexts(locale: Locale): MainTexts {
  return texts[locale]
}
