# telegram: the list of commands in the bot's menu
telegram-command-start = 首页
telegram-command-find = 找人大代表
telegram-command-my = 我的来信和进度
telegram-command-letters = 群众来信（代表）
telegram-command-todo = 待办事项（代表）
telegram-command-suggestions = 我的议案建议（代表）
telegram-command-handbook = 履职手册（代表）
telegram-command-help = 使用说明
