# 履职记录：联络机构核实、退回

## 台面

desk-records = 履职记录
desk-records-waiting = { $unit }：{ $count } 条履职记录等核实
desk-records-late = { $count } 条补记等认可
desk-records-confirmed = { $count } 条等核实
desk-records-returned = { $count } 条已退回，等代表再看
desk-records-verified = { $count } 条已核实
desk-records-every-category = 全部类别
desk-records-categories = 按类别看
desk-records-none = 这里没有等核实的履职记录。代表确认一条，就会出现在这里。
desk-records-day = 日期
desk-records-deputy = 代表
desk-records-category = 类别
desk-records-gist = 内容
desk-records-source = 来源
desk-records-verify-chosen = 核实选中的
desk-records-choose-all = 全选、全不选
desk-records-choose = 请先选要核实的记录。
desk-records-find = 按代表姓名或编码查找
desk-records-keys = 按 j、k 移动，x 选中，Ctrl+Enter 核实选中的。
desk-records-back = 回到履职记录
desk-record-of = { $name }代表的一条履职记录
desk-record-returned = 上次退回
desk-record-returned-why = { $day }：{ $why }
desk-record-files = 代表附上的材料
desk-record-file-missing = （没能取到）
desk-record-activity = 看这次集体活动
desk-record-verify = 核实
desk-record-return = 退回
desk-record-reason = 退回的原因
desk-record-reason-hint = 代表会看到这段话，并可以改好后再确认。
desk-record-history = 经过
desk-record-changed = { $day }　{ $by }　{ $field }：{ $old } → { $new }
desk-record-changed-why = { $said }（{ $why }）
desk-record-state-draft = 等代表确认
desk-record-state-confirmed = 等核实
desk-record-state-late = 补记，等认可
desk-record-state-returned = 已退回
desk-record-state-verified = 已核实
desk-record-state-dropped = 代表没有记
desk-record-why-undo = 代表撤回
desk-record-why-merged = 和另一条并成一条
desk-record-why-withdrawn = 活动登记已撤回
desk-record-by-program = 系统
desk-keys-choose = 选中这一行
desk-said-records-verified = 已核实。
desk-said-records-moved = 有的记录刚才有变动，没有核实，请再看看；其余的已核实。
desk-said-record-returned = 已退回，代表会看到原因。

## 命令行

help-record = 代表的履职记录
help-record-list = 等联络机构核实的履职记录
help-record-list--state = 只列这个状态的：late 补记、confirmed 等核实、returned 已退回、verified 已核实；不写就列等核实的
help-record-list--deputy = 只列这位代表的，写编码或姓名
help-record-list--category = 只列这一类的，1 到 10 按手册的顺序，11 是其他
help-record-verify = 核实，补记的同时认可
help-record-verify--ids = 记录的编号，可以写几个
help-record-give-back = 退回给代表
help-record-give-back--id = 记录的编号
help-record-give-back--reason = 原因，代表会看到
cli-record-row = { $id }　{ $on }　{ $code } { $name }　{ $category }　{ $state }　{ $about }
cli-record-count = 共 { $count } 条。
cli-record-verified = 已核实 { $verified } 条。{ $left ->
    [0] {""}
   *[other] 另有 { $left } 条不在等核实，没有动。
}
cli-record-given-back = 已退回，代表会看到原因。
record-why-later-act = 来信有了后续
record-return-taken-back = 联络机构收回了退回，这一条不用改了：{ $category }：{ $day }，{ $about }
desk-record-take-back = 收回退回
desk-record-take-back-hint = 退回错了？代表还没有改动，可以收回，代表会收到一条说明。
desk-said-return-taken-back = 已收回退回，代表会收到说明。
help-record-take-back = 收回退回：代表还没有改动的，照退回以前的状态恢复
help-record-take-back--id = 记录的编号
cli-record-taken-back = 已收回退回，代表会收到说明。
