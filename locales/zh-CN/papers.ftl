# 打印的东西：海报、图片、公文，以及打印不出来时的话。手册自己的文字在 handbook.ftl。

font-missing = 这台机器上没有中文字体，PDF 和图片做不出来。请管理员安装字体包 fonts-noto-cjk（Debian、Ubuntu：apt-get install fonts-noto-cjk），或用 FONT_PATH 指定字体文件。
press-busy = 现在等着打印的太多了。请过一会儿再试。
press-fault = 文件没有做出来，内容都还在。请再试一次；还不行，请告诉管理员。

# 海报
poster-title = 二维码海报
poster-headline = 有话想对人大代表说？
poster-name-deputy = { $name } 代表
poster-name-unit = { $unit }选出的省人大代表
poster-name-all = 湖南省人大代表
poster-whose = { $unit }　{ $post }
poster-whose-unit = { $unit }选出的省人大代表
poster-scan = 扫一扫，给代表写信
poster-step-scan = 手机扫码打开网页，不用下载，不用注册。
poster-step-write = 用平常的话写下要说的事，可以附照片、语音、文件。
poster-step-answer = 代表看到后给您回信，随时可以查进展。代表可以向有关单位反映，但不能直接处理，也不能保证结果。
poster-step-name = 默认用化名，对方看不到您的电话。不用写身份证号、银行卡号。
poster-emergency = 急事请打 110、119、120
poster-link = 网址：{ $link }
poster-office = { $office }
poster-office-phone = { $office }　电话 { $phone }
poster-not-in-office = 这位代表现在不在任，或不在最新名单里，群众写不了信，所以没有做海报。
poster-closed = 这个选举单位的代表没有向社会公开，所以没有做海报。

# 代表的一年，一张图
glance-title = { $year } 年履职一览
glance-whose = { $name }代表，已确认的记录共 { $count } 条
glance-sections = 十类各有几条
glance-months = 各月有几条
glance-month = { $month }月
glance-foot = 只数已确认的记录，没有指标，不排名。
