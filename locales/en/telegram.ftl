# telegram: the list of commands in the bot's menu
telegram-command-start = First page
telegram-command-find = Find a deputy
telegram-command-my = My letters and their progress
telegram-command-letters = Letters to me (deputies)
telegram-command-todo = What waits for me (deputies)
telegram-command-suggestions = My motions and suggestions (deputies)
telegram-command-handbook = My handbook (deputies)
telegram-command-help = How it works
