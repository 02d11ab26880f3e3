# 打印的东西：海报、图片、公文，以及打印不出来时的话。手册自己的文字在 handbook.ftl。

font-missing = 这台机器上没有中文字体，PDF 和图片做不出来。请管理员安装字体包 fonts-noto-cjk（Debian、Ubuntu：apt-get install fonts-noto-cjk），或用 FONT_PATH 指定字体文件。
press-busy = 现在等着打印的太多了。请过一会儿再试。
press-fault = 文件没有做出来，内容都还在。请再试一次；还不行，请告诉管理员。
