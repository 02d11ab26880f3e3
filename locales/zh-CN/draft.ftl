# 起草议案、建议：聊天里的话，建议专用纸上的字，命令行里的话。

## 草稿清单

drafts-none = 您还没有草稿。写建议可以一步一步写，随时停下，写好的都留着；也可以把写好的 .docx 文件直接发过来。
drafts = 您的草稿（只有您和您请来联名的代表看得到）：
drafts-line = { $draft }：{ $kind }，{ $day }改过
drafts-line-handed-in = { $draft }：{ $kind }，{ $on }已提交，等登记
drafts-away = 收起或并入别件的有 { $count } 件，也都留着。
drafts-asked = 还有 { $count } 件请您联名，等您答复。
draft-untitled = （还没有标题）
draft-titled = 《{ $title }》
draft-ask-kind = 写建议还是议案？建议一位代表就可以提；议案要十名以上代表联名，内容限于人大职权范围。
draft-offer-words = 像是想提一件建议。要从这段话开始起草吗？写成草稿后，可以慢慢补。
draft-offer-source = 这条记录写进哪一件？
draft-offer-letter = 来信 { $number } 反映的事写进哪一件？
button-drafts-list = 我的草稿
button-new-suggestion = 写建议
button-new-motion = 写议案
button-draft-this = 起草建议
button-draft-this-motion = 起草议案
button-draft-into = 并入{ $title }
button-draft-from = 据此写建议
button-draft = 打开：{ $title }

## 一件草稿

draft-head-open = { $draft }（{ $kind }草稿）
draft-head-handed-in = { $draft }（{ $kind }，已提交，等登记）
draft-head-registered = { $draft }（{ $kind }，已登记）
draft-head-merged = { $draft }（{ $kind }草稿，已并入另一件）
draft-head-put-away = { $draft }（{ $kind }草稿，已收起）
draft-head-reading = { $draft }（正在读文件）
draft-head-unread = { $draft }（文件没能读出）
draft-part-title-suggestion = 标题
draft-part-title-motion = 标题
draft-part-situation-suggestion = 情况
draft-part-situation-motion = 案由
draft-part-analysis-suggestion = 分析
draft-part-analysis-motion = 案据
draft-part-proposals-suggestion = 具体建议
draft-part-proposals-motion = 方案
draft-part = { $part }（{ $count } 字）：{ $text }
draft-part-cut = { $part }（{ $count } 字，全文见文件）：{ $text }
draft-part-empty = { $part }：还没写
draft-sources = 依据：{ $sources }
draft-sources-letters = 来信 { $count } 件
draft-sources-records = 联系群众记录 { $count } 条
draft-names-line = 联名：请了 { $asked } 位，已附议 { $confirmed } 位
draft-names-changed = 内容改过，有 { $changed } 位看的是改前的内容。停笔一小时后，或者做成文件、提交时，会自动请他们再确认一次。
draft-kind-changed = 已改成{ $kind }，标题的末尾也跟着改了。
button-draft-write = 写{ $part }
button-draft-change = 改{ $part }
button-draft-next = 下一步：{ $part }
button-draft-title = 改标题
button-draft-situation = 写情况
button-draft-add = 接着写
button-draft-whole = 看全稿
button-draft-facts = 看依据
button-draft-check = 检查一遍
button-draft-check-open = 先看提示
button-draft-alike = 找相同的
button-draft-names = 联名
button-draft-form = 其他栏目
button-draft-paper = 做成文件
button-draft-hand-in = 提交
button-draft-as-motion = 改成议案
button-draft-as-suggestion = 改成建议
button-draft-put-away = 收起
button-draft-back = 拿回来
button-draft-not-handed-in = 其实还没提交
button-draft-registered = 看登记的这件
button-draft-merged-view = 看并入的那件

## 一步一步写

draft-ask-title-suggestion = 先写标题，一般是“关于……的建议”，一件建议只写一件事。
draft-ask-title-motion = 先写标题，一般是“关于……的议案”，一件议案只写一件事。
draft-ask-title-again = 发新的标题，就换掉现在的。
draft-ask-situation-suggestion = 请写情况：哪里、什么事、多少人或多少户、有多久了。可以分几条发。
draft-ask-situation-motion = 请写案由：为什么要提这件议案。可以分几条发。
draft-ask-analysis-suggestion = 请写分析：问题出在哪里，为什么一直没解决。可以分几条发，不写也行。
draft-ask-analysis-motion = 请写案据：法律、政策和事实依据。可以分几条发。
draft-ask-proposals-suggestion = 请写具体建议：希望哪个单位做什么，越具体越好答复。可以分几条发。
draft-ask-proposals-motion = 请写方案：要制定或者决定什么，主要内容是什么。可以分几条发。
draft-ask-again = 发新的文字，就换掉上面的；只想在后面加，点【接着写】。
draft-kept-title = 标题记下了：{ $draft }。
draft-kept = { $part }记下了，现在共 { $count } 字。继续发，就接在后面。
draft-facts = 依据（只有您看得到）：
draft-facts-joiner = ，
draft-fact-record = · { $facts }：{ $matters }
draft-fact-letter = · 来信 { $number }（{ $day }）
draft-facts-own-words = 请用自己的话概括事实：不照抄来信，不写来信人的姓名、电话（代转来信不作为建议提出）。
draft-facts-none = 这件草稿没有联着来信或者记录。打开一封来信或一条联系群众记录，点【据此写建议】就能联上。
draft-put-away = { $draft }收起了，没有删，要用时拿回来。

## 要点提示

draft-check = 有 { $count } 处请您看看。第 1 处：
draft-check-yours = 这只是提示，改不改由您定。
draft-check-none = 没有发现不宜提出的内容。是否提出由您决定。
draft-check-done = 提示都看过了：改了 { $changed } 处，保留 { $kept } 处。提不提由您决定，是否受理由大会秘书处或联络机构决定。
draft-ask-sentence = 请发新的句子，换掉这一句：“{ $sentence }”
button-advice-edit = 改这一句
button-advice-cut = 删去这一句
button-advice-keep = 保留原样

## 联名

draft-names = { $draft }的联名代表：
draft-names-none = 还没有请人联名。
draft-name-confirmed = · { $name }（{ $unit }）：已附议
draft-name-invited = · { $name }（{ $unit }）：等答复
draft-name-changed = · { $name }（{ $unit }）：看的是改前的内容，要再确认
draft-name-declined = · { $name }（{ $unit }）：不附议
draft-names-missing = 议案要十名以上代表联名，还差 { $count } 名。
draft-names-waiting = 有 { $count } 位还没确认现在的内容，不会印在文件上。
draft-ask-names = 请发联名代表的姓名或代表编号，几位之间用顿号隔开。对方会看到全文，点【我附议】才算数。
draft-names-asked = 已请：{ $names }。
draft-names-several = 叫“{ $name }”的代表有几位，请点是哪一位：
draft-names-unbound = { $names }还没开通，请用纸面联名。
draft-names-unknown = 花名册上没有：{ $names }。请核对姓名。
draft-card = { $leader }（{ $unit }）请您联名提出{ $kind }{ $draft }。全文如下：
draft-card-again = { $leader }（{ $unit }）的{ $kind }{ $draft }改过了，请您看现在的内容：
draft-card-rule = 联名前请看清内容；点了【我附议】，姓名才会列入。内容再改，会再请您确认。
draft-card-paper = 这是{ $draft }的全文，看完可以回到卡片答复。
draft-signed = 记下了：您附议{ $leader }的{ $draft }。
draft-not-signed = 记下了：您不附议{ $draft }。
draft-signed-by = { $name }附议了{ $draft }，现在共 { $confirmed } 位。
draft-not-signed-by = { $name }没有附议{ $draft }。已附议 { $confirmed } 位。
button-draft-ask-names = 请代表联名
button-draft-ask-again = 请他们再确认
button-draft-invite = { $name }（{ $unit }，{ $code }）
button-co-sign = 我附议
button-draft-whole-file = 看全文文件
button-draft-card = 回到卡片
button-draft-asked = 请您联名：{ $title }
button-not-co-sign = 不附议

## 相同的内容

draft-alike = 和{ $draft }内容相近的：
draft-alike-own = · 您的草稿{ $draft }
draft-alike-other = · { $deputy }的草稿{ $draft }
draft-alike-earlier = · 您提过的{ $suggestion }：{ $state }
draft-alike-earlier-replied = · 您提过的{ $suggestion }：{ $state }，{ $replied }收到过答复
draft-alike-public = · 已公开的{ $suggestion }：{ $state }
draft-alike-public-replied = · 已公开的{ $suggestion }：{ $state }，{ $replied }有过答复
draft-alike-none = 没有找到内容相近的草稿和建议。
draft-alike-rule = 内容相同的应当合并提出；并不并，由您定。
draft-shares = 您同意与内容相近的草稿互相提示：对方只看到标题和您的姓名。
draft-shares-not = 别的代表的草稿没有查。您同意互相提示，才查同样同意的代表；对方只看到标题和您的姓名。
draft-merged = 合并了：留下{ $kept }，{ $gone }并入它。依据也一起并过来了，并入的那件还留着。
draft-join-asked = { $deputy }有一件草稿{ $theirs }，和您的{ $mine }内容相近，提议合并提出。并入后由对方领衔，您会收到全文，确认了才列入联名。
draft-join-sent = 已经问对方了，对方怎么答，会告诉您。
draft-join-together = { $deputy }同意合并到{ $draft }，已把全文发给对方确认联名。
draft-join-apart = { $deputy }想各提各的，{ $draft }不变。
button-draft-merge-here = 留{ $title }
button-draft-merge-there = 留{ $title }
button-draft-propose = 向{ $deputy }提议合并
button-draft-share = 同意互相提示
button-draft-unshare = 不再互相提示
button-draft-join = 我并入，作联名
button-draft-apart = 各提各的

## 文件和其他栏目

draft-paper = { $draft }的专用纸做好了，可以用 WPS 打开、修改、打印签名。改好的文件发回来，会读成一件新草稿。
draft-form = { $draft }的其他栏目，点一下换一个：
draft-form-units = 建议承办单位：{ $units }
draft-form-origin = 调研形成：{ $value }
draft-form-before = 多年多次提出：{ $value }
draft-form-meeting = 希望见面沟通：{ $value }
draft-form-open = 同意公开：{ $value }
draft-ask-units = 建议由哪个单位承办？请发单位名称，几个之间用顿号隔开。
button-draft-units = 写承办单位
tick-unsaid = 没填
tick-yes = 是
tick-no = 否
draft-origin-unsaid = 没填
draft-origin-inspection = 视察
draft-origin-research = 专题调研
draft-origin-group = 代表小组
draft-origin-contact = 联系群众
draft-origin-other = 其他

## 发来的文件

draft-reading = 文件收到了，正在读，一般一分钟内告诉您读得怎样。
draft-read = 文件读好了，成了一件草稿，请核对：
draft-read-cut = 文件读好了，成了一件草稿。有一部分超过 12000 字，后面的没有收，请核对：
draft-read-unparted = 文件读好了。没有认出情况、分析、建议这些小标题，文字先放在下面，请核对：
draft-unread-not-docx = 这个文件不是 .docx，没有读。请在 WPS 里另存为 .docx 再发；直接发文字也行。
draft-unread-old-kind = 这是旧格式的文件，或者加了密码，没有读。请在 WPS 里打开，另存为 .docx（不加密码）再发。
draft-unread-too-big = 这个文件超过 10 MB，没有读。请去掉图片，另存后再发；直接发文字也行。
draft-unread-broken = 这个文件损坏了，或者不正常，没有读。请在 WPS 里打开，另存为 .docx 再发。
draft-unread-empty = 这个文件里没有文字。扫描的图片读不出来，请发文字。
draft-unread-missing = 这个文件没能取到。请再发一次；直接发文字也行。

## 提交和登记

draft-ask-hand-in = { $draft }在哪里提交了？这里不代您提交，只记下，好在登记后联上。
draft-hand-in-advice = 还有 { $count } 处提示您没看。
draft-handed-in = 记下了：{ $draft }已{ $way }。办公室登记编号后，会在这里告诉您。
hand-in-way-platform = 在省人大代表建议网络平台提交
hand-in-way-session = 交给代表团或大会秘书处
hand-in-way-office = 交给联络机构
draft-registered = { $draft }已登记为{ $suggestion }。它的依据也联上了。
draft-ask-registered = 刚登记了{ $suggestion }。是您提交的{ $draft }吗？
button-hand-in-platform = 已在省平台提交
button-hand-in-session = 已交代表团
button-hand-in-office = 已交联络机构
button-draft-is = 是这件
button-draft-is-not = 不是

## 专用纸

paper-heading-suggestion = 湖南省人民代表大会代表建议、批评和意见专用纸
paper-heading-motion = 湖南省人民代表大会代表议案专用纸
paper-untitled = 建议
paper-session = 届次会次
paper-session-blank = 第　　届第　　次会议／闭会期间
paper-number = 编号
paper-title = 标题
paper-leading = 领衔代表
paper-card = 代表证号
paper-delegation = 代表团
paper-post = 单位及职务
paper-phone = 联系电话
paper-address = 通讯地址
paper-co-signer = 联名代表
paper-co-signer-line = { $name }　{ $card }　{ $delegation }　签名：
paper-sign-blank = 　　　　　　　　　　签名：
paper-raised = 提出时间
paper-day-blank = 　　　　年　　月　　日
paper-situation-suggestion = 情况和问题
paper-situation-motion = 案由
paper-analysis-suggestion = 分析
paper-analysis-motion = 案据
paper-proposals-suggestion = 具体建议
paper-proposals-motion = 方案
paper-units = 建议承办单位
paper-ticks = 其他说明
paper-tick-origin = 是否调研形成：
paper-tick-before = 是否多年多次提出：
paper-tick-meeting = 是否希望见面沟通：
paper-tick-open = 是否同意公开：
paper-signature = 领衔代表签名
paper-signature-blank = 签名：　　　　　　　　　　　　年　　月　　日

## 命令行

cli-paper-of-what = 请写编号，或用 --from 写明文件。
cli-paper-written = 《{ $title }》的专用纸写在 { $path }。
